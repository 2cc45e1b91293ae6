package leakcensus.source;

import java.io.Serializable;

/**
 * What may be told of a file of the sample: everything but its path.
 *
 * @param id number of the file in this run
 * @param source index of its source
 * @param bytes length
 * @param compression how it is compressed, as in the tables
 * @param duplicate whether an earlier file of the same source has the same bytes
 */
public record SourceFile(int id, int source, long bytes, String compression, boolean duplicate)
    implements Serializable {}
