package fr.forment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Two numbers are compared by what they are, not by where they lie: of two {@code Long} with {@code ==} Java says yes
 * up to 127 and no beyond, so that a house works in its first week and in every small test.
 */
class ComparedNumbersTest {

    private static final Set<String> BOXES = Set.of("Ljava/lang/Long;", "Ljava/lang/Integer;");

    @Test
    void noNumberInABoxIsComparedByItsBox() throws IOException {
        Set<String> found = new TreeSet<>();
        int read = 0;
        try (Stream<Path> files = Files.walk(Path.of("target", "classes", "fr"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                found.addAll(in(file));
                read++;
            }
        }
        assertThat(read).isGreaterThan(1_000);
        assertThat(found).isEmpty();
    }

    /** That the test sees what it looks for. */
    @Test
    void seesABoxThatIsCompared() {
        Path own = Path.of("target", "test-classes", "fr", "forment", "ComparedNumbersTest$Wrong.class");
        assertThat(in(own)).hasSize(2);
    }

    @SuppressWarnings("NumberEquality")
    static final class Wrong {

        boolean same(Long one, Wrong other) {
            return one == other.number() || other.number() != one;
        }

        Long number() {
            return 1_000L;
        }
    }

    private static List<String> in(Path file) {
        List<String> found = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            new ClassReader(bytes).accept(new Comparisons(found), ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static final class Comparisons extends ClassVisitor {

        private final List<String> found;
        private String type;

        Comparisons(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(int version, int access, String name, String sign, String above, String[] faces) {
            type = name;
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String shape, String sign, String[] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {

                private final Map<Integer, List<Integer>> compared = new HashMap<>();
                private int line;
                private String last = "";
                private int variable = -1;

                private void other() {
                    last = "";
                    variable = -1;
                }

                @Override
                public void visitLineNumber(int number, Label start) {
                    line = number;
                }

                @Override
                public void visitMethodInsn(int code, String owner, String name, String returns, boolean face) {
                    other();
                    last = returns.substring(returns.indexOf(')') + 1);
                }

                @Override
                public void visitFieldInsn(int code, String owner, String name, String kind) {
                    other();
                    last = code == Opcodes.GETFIELD || code == Opcodes.GETSTATIC ? kind : "";
                }

                @Override
                public void visitVarInsn(int code, int index) {
                    other();
                    variable = code == Opcodes.ALOAD ? index : -1;
                }

                @Override
                public void visitJumpInsn(int code, Label to) {
                    if (code == Opcodes.IF_ACMPEQ || code == Opcodes.IF_ACMPNE) {
                        if (BOXES.contains(last)) {
                            found.add(type + ":" + line);
                        } else if (variable >= 0) {
                            compared.computeIfAbsent(variable, index -> new ArrayList<>())
                                    .add(line);
                        }
                    }
                    other();
                }

                @Override
                public void visitLocalVariable(
                        String name, String kind, String sign, Label start, Label end, int index) {
                    if (BOXES.contains(kind)) {
                        compared.getOrDefault(index, List.of())
                                .forEach(at -> found.add(type + ":" + at + " (" + name + ")"));
                    }
                }

                @Override
                public void visitInsn(int code) {
                    other();
                }

                @Override
                public void visitTypeInsn(int code, String kind) {
                    other();
                    last = code == Opcodes.CHECKCAST ? "L" + kind + ";" : "";
                }

                @Override
                public void visitLdcInsn(Object value) {
                    other();
                }

                @Override
                public void visitIntInsn(int code, int operand) {
                    other();
                }
            };
        }
    }
}
