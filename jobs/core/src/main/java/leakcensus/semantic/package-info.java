/**
 * Which meaning a column of values has, told by its name and by counts over its values, of which
 * none is ever shown.
 */
package leakcensus.semantic;
