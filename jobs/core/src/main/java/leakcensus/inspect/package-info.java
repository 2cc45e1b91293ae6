/**
 * What a file can be told to hold before a census reads it: a sample of its records, and the draft
 * of a source.
 */
package leakcensus.inspect;
