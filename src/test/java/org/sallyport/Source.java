package org.sallyport;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** A Java file of this repository, parsed but not resolved. */
record Source(Path path, CompilationUnitTree unit, DocTrees trees) {

  /** A type or method declaration, by name, with what its style is judged by. */
  record Declaration(String name, int lines, int parameters, boolean isPublic, boolean described) {}

  /** All Java files below {@code src}, tests and demo too. */
  static List<Source> all() {
    return below(Path.of("src"));
  }

  /** The Java files of the product. */
  static List<Source> product() {
    return below(Path.of("src/main/java"));
  }

  /** How many lines the file has. */
  int lines() {
    return (int) text().lines().count();
  }

  /** The file as it is written. */
  String text() {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The types declared here, nested ones too. */
  List<Declaration> types() {
    return declarations(ClassTree.class);
  }

  /** The methods and constructors written here; a record's implicit ones are not. */
  List<Declaration> methods() {
    return declarations(MethodTree.class);
  }

  private <T extends Tree> List<Declaration> declarations(Class<T> kind) {
    var found = new ArrayList<Declaration>();
    Consumer<TreePath> visitor =
        at -> {
          if (kind.isInstance(at.getLeaf())) {
            found.add(declaration(at));
          }
        };
    new Walk().scan(unit, visitor);
    return found;
  }

  private Declaration declaration(TreePath at) {
    var leaf = at.getLeaf();
    var described = trees.getDocCommentTree(at) != null;
    if (leaf instanceof MethodTree m) {
      var name = path + " " + m.getName();
      var parameters = isOfRecord(at) || overrides(m) ? 0 : m.getParameters().size();
      return new Declaration(name, height(m), parameters, isPublic(m.getModifiers()), described);
    }
    var type = (ClassTree) leaf;
    var name = type.getSimpleName().toString();
    return new Declaration(name, height(type), 0, isPublic(type.getModifiers()), described);
  }

  // Whose signature it is, its own declaration answers for.
  private static boolean overrides(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
  }

  // A record's constructor has as many parameters as the record has components.
  private static boolean isOfRecord(TreePath method) {
    var name = ((MethodTree) method.getLeaf()).getName();
    return name.contentEquals("<init>")
        && method.getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
  }

  private static boolean isPublic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.PUBLIC);
  }

  private int height(Tree tree) {
    var positions = trees.getSourcePositions();
    var map = unit.getLineMap();
    var first = map.getLineNumber(positions.getStartPosition(unit, tree));
    return (int) (map.getLineNumber(positions.getEndPosition(unit, tree)) - first + 1);
  }

  private static final class Walk extends TreePathScanner<Void, Consumer<TreePath>> {
    @Override
    public Void visitMethod(MethodTree method, Consumer<TreePath> visitor) {
      visitor.accept(getCurrentPath());
      return super.visitMethod(method, visitor);
    }

    @Override
    public Void visitClass(ClassTree type, Consumer<TreePath> visitor) {
      visitor.accept(getCurrentPath());
      return super.visitClass(type, visitor);
    }
  }

  private static List<Source> below(Path root) {
    var javac = ToolProvider.getSystemJavaCompiler();
    try (Stream<Path> paths = Files.walk(root);
        var files = javac.getStandardFileManager(null, null, null)) {
      var java = paths.filter(p -> p.toString().endsWith(".java")).sorted().toList();
      var task =
          (JavacTask)
              javac.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      var trees = DocTrees.instance(task);
      var sources = new ArrayList<Source>();
      for (var unit : task.parse()) {
        sources.add(new Source(Path.of(unit.getSourceFile().getName()), unit, trees));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
