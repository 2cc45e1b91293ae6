/**
 * From the bytes of one file to the plain byte streams inside it: compressions and archives are
 * found by magic bytes, read as streams, and never extracted to disk.
 *
 * <p>Names of entries hold values of the leak as files do: they serve for matching and stand in no
 * message.
 */
package leakcensus.container;
