package leakcensus.pipeline;

/** A fault whose message is of the tool's own words, and can be told whatever the leak holds. */
public interface WithoutValues {}
