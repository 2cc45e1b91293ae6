package leakcensus.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Writes classes of the tests into a jar, for processes that know nothing else of the tests. */
public final class ClassJar {

  private ClassJar() {}

  /** A jar with these classes and those inside them. */
  public static Path write(Path file, Class<?>... classes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Class<?> part : classes) {
        add(part, jar);
        for (Class<?> inner : part.getDeclaredClasses()) {
          add(inner, jar);
        }
      }
    }
    return file;
  }

  private static void add(Class<?> part, JarOutputStream jar) throws IOException {
    String name = part.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(name));
    try (InputStream content = part.getClassLoader().getResourceAsStream(name)) {
      content.transferTo(jar);
    }
  }
}
