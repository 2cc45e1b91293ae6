/** Forms of values that a standard or statute prescribes; they keep, print and throw no value. */
package leakcensus.semantic.validate;
