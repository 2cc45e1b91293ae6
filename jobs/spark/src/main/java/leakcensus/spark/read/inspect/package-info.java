/** Looks at files whose layout nobody has told, for an inventory; runs without Spark. */
package leakcensus.spark.read.inspect;
