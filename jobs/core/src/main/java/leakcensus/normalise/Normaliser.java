package leakcensus.normalise;

import java.io.Serializable;

/**
 * Brings the values of one field into the form in which they can be compared, and says whether they
 * pass the field's rule. Instances are immutable, serialisable and safe for use by many threads.
 */
@FunctionalInterface
public interface Normaliser extends Serializable {

  /** Normalises one value; never throws on content, however odd. */
  FieldValue normalise(RawValue raw);
}
