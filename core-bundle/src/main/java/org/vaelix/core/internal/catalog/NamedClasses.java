package org.vaelix.core.internal.catalog;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The classes that a class file names in its constant pool (The Java Virtual Machine Specification,
 * Java SE 17, section 4.4).
 */
final class NamedClasses {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+);");

  private final Set<String> names = new TreeSet<>();
  private final List<Integer> classes = new ArrayList<>();
  private String[] texts;

  private NamedClasses() {}

  /**
   * {@return their binary names}
   *
   * @param classFile read up to the end of its constant pool
   */
  static Set<String> in(InputStream classFile) throws IOException {
    NamedClasses found = new NamedClasses();
    found.read(new DataInputStream(new BufferedInputStream(classFile)));
    return found.names;
  }

  private void read(DataInputStream in) throws IOException {
    in.skipNBytes(8); // magic and versions
    texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      i += readConstant(in, i);
    }
    for (int index : classes) {
      addClass(texts[index]);
    }
    for (String text : texts) {
      addDescriptor(text);
    }
  }

  /** {@return how many indices more than one the constant takes} */
  private int readConstant(DataInputStream in, int index) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> texts[index] = in.readUTF();
      case 7 -> classes.add(in.readUnsignedShort());
      case 8, 16, 19, 20 -> in.skipNBytes(2); // strings, method types, modules, packages
      case 15 -> in.skipNBytes(3); // method handles
      case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4); // numbers, members, call sites
      case 5, 6 -> in.skipNBytes(8); // long and double
      default -> throw new IOException("a constant of the unknown kind " + tag);
    }
    return tag == 5 || tag == 6 ? 1 : 0;
  }

  private void addClass(String name) {
    if (name.startsWith("[")) {
      addDescriptor(name);
    } else {
      names.add(name.replace('/', '.'));
    }
  }

  private void addDescriptor(String text) {
    if (text != null && (text.startsWith("(") || text.startsWith("L") || text.startsWith("["))) {
      Matcher matcher = IN_DESCRIPTOR.matcher(text);
      while (matcher.find()) {
        names.add(matcher.group(1).replace('/', '.'));
      }
    }
  }
}
