/** Text that neither acts on what shows it nor hides. */
package leakcensus.visible;
