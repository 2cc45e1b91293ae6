/**
 * Forms of values that a standard or statute prescribes; they keep, print and throw no value. The
 * package knows no other of the tool, so that both guessing and normalising stand on it.
 */
package leakcensus.semantic.validate;
