package leakcensus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** The regular expressions of classes, as their byte code hands them to java.util.regex. */
final class RegularExpressions {

  /** Methods that take one, by owner and name: which argument it is. */
  private static final Map<String, Integer> TAKERS =
      Map.of(
          "java/util/regex/Pattern.compile", 0,
          "java/util/regex/Pattern.matches", 0,
          "java/lang/String.matches", 0,
          "java/lang/String.replaceAll", 0,
          "java/lang/String.replaceFirst", 0,
          "java/lang/String.split", 0);

  private RegularExpressions() {}

  /**
   * A call that takes an expression.
   *
   * @param place class and method
   * @param call name of the method called
   * @param expression the expression; null where it is no constant
   * @param flags flags of {@link Pattern#compile(String, int)}
   * @param searches whether its class looks for matches inside of texts
   */
  record Use(String place, String call, String expression, int flags, boolean searches) {}

  /** All uses in a class. */
  static List<Use> of(InputStream code) {
    try {
      ClassNode type = new ClassNode();
      new ClassReader(code).accept(type, ClassReader.SKIP_DEBUG);
      List<Use> uses = new ArrayList<>();
      boolean searches = type.methods.stream().anyMatch(RegularExpressions::searches);
      for (MethodNode method : type.methods) {
        uses.addAll(of(type.name, method, searches));
      }
      return uses;
    } catch (IOException fault) {
      throw new UncheckedIOException("Cannot read a class", fault);
    } catch (AnalyzerException fault) {
      throw new IllegalStateException("Cannot analyse a class", fault);
    }
  }

  private static List<Use> of(String owner, MethodNode method, boolean searches)
      throws AnalyzerException {
    List<Use> uses = new ArrayList<>();
    Frame<SourceValue>[] frames = new Analyzer<>(new SourceInterpreter()).analyze(owner, method);
    for (int i = 0; i < method.instructions.size(); i++) {
      if (method.instructions.get(i) instanceof MethodInsnNode call
          && TAKERS.containsKey(call.owner + "." + call.name)
          && frames[i] != null) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        int first = frames[i].getStackSize() - arguments;
        int flags =
            call.name.equals("compile") && arguments == 2
                ? number(frames[i].getStack(first + 1))
                : 0;
        for (String expression : texts(frames[i].getStack(first))) {
          uses.add(new Use(owner + "." + method.name, call.name, expression, flags, searches));
        }
      }
    }
    return uses;
  }

  private static boolean searches(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      boolean whole =
          instruction instanceof MethodInsnNode call
              && (call.name.equals("compile")
                  || call.name.equals("matcher")
                  || call.name.equals("matches")
                  || call.name.equals("group")
                  || call.name.equals("asMatchPredicate"));
      if (instruction instanceof MethodInsnNode call
          && call.owner.startsWith("java/util/regex/")
          && !whole) {
        return true;
      }
    }
    return false;
  }

  /** The constants that a value may be; null among them where it may be something else. */
  private static Set<String> texts(SourceValue value) {
    Set<String> texts = new LinkedHashSet<>();
    for (AbstractInsnNode source : value.insns) {
      texts.add(source instanceof LdcInsnNode constant ? constant.cst.toString() : null);
    }
    return texts;
  }

  private static int number(SourceValue value) {
    AbstractInsnNode source = value.insns.iterator().next();
    if (source instanceof IntInsnNode push) {
      return push.operand;
    }
    return source.getOpcode() - Opcodes.ICONST_0;
  }
}
