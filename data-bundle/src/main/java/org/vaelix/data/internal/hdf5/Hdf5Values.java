package org.vaelix.data.internal.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.object.datatype.EnumDataType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;
import org.vaelix.data.internal.Allocation;
import org.vaelix.data.internal.AxisWalk;
import org.vaelix.data.internal.Layout;

/**
 * The values of one data set.
 *
 * @param dataset of the file
 * @param place of the data set, for messages
 */
record Hdf5Values(Dataset dataset, String place) {
  private static final String TRUE = "TRUE";

  /** {@return the values in a layout of rows} */
  HostArray read(Layout layout) {
    Shape shape = shape();
    Shape rowsFirst = layout.rowsFirst(shape, place);
    checkNumbers();
    HostArray array = Allocation.of(layout.result(rowsFirst), fitsFloat(), place);
    AxisWalk walk = new AxisWalk(shape, false, layout.strides(rowsFirst));
    Object flat = flat();
    for (int i = 0; i < shape.elements(); i++) {
      array.set(walk.next(), number(Array.get(flat, i)));
    }
    return array;
  }

  /** {@return the values as a column: numbers for each entry of the first axis, or one text} */
  Column readColumn() {
    if (dataset.getJavaType() != String.class || isTruth()) {
      HostArray array = read(new Layout(0, true));
      return Column.of(array.shape().size(1), array.toDoubles());
    }
    Shape shape = new Layout(0, true).rowsFirst(shape(), place);
    if (shape.rank() > 1 && shape.elements() != shape.size(0)) {
      throw new DataException(place + " holds several texts for a row; save one for each");
    }
    Object flat = flat();
    String[] texts = new String[shape.elements()];
    Arrays.setAll(texts, row -> String.valueOf(Array.get(flat, row)).strip());
    double[] none = new double[texts.length];
    Arrays.fill(none, Double.NaN);
    return Column.of(texts, none);
  }

  private Shape shape() {
    if (dataset.isEmpty() && dataset.getDimensions().length == 0) {
      throw new DataException(place + " is empty; save some rows");
    }
    long elements = 1;
    int[] sizes = dataset.getDimensions();
    for (long size : dataset.getDimensionsAsLong()) {
      elements = size == 0 ? 0 : Math.multiplyExact(elements, size);
      if (elements > Integer.MAX_VALUE) {
        throw new DataException(
            String.format(
                "%s has shape %s: more values than one array can hold here (%d); save fewer rows",
                place,
                Arrays.toString(dataset.getDimensionsAsLong()).replace('[', '(').replace(']', ')'),
                Integer.MAX_VALUE));
      }
    }
    return Shape.of(dataset.isScalar() ? new int[0] : sizes);
  }

  private void checkNumbers() {
    Class<?> type = dataset.getJavaType();
    // Unsigned numbers of 64 bits come as large whole ones.
    boolean isNumber = type.isPrimitive() && type != char.class || type == BigInteger.class;
    if (dataset.isCompound()) {
      throw new DataException(
          place + " holds records of several fields; save each field as a data set of its own");
    }
    if (dataset.isVariableLength() || !(isNumber || isTruth())) {
      String kind = type == String.class ? "texts" : "no plain numbers";
      throw new DataException(place + " holds " + kind + "; save numbers, such as float64");
    }
  }

  /** h5py keeps truth values as an enumeration. */
  private boolean isTruth() {
    if (!(dataset.getDataType() instanceof EnumDataType enumeration)) {
      return false;
    }
    Collection<String> names = enumeration.getEnumMapping().values();
    return Set.of(TRUE, "FALSE").equals(Set.copyOf(names));
  }

  /** Single precision holds whole numbers of up to 16 bits, and single precision, exactly. */
  private boolean fitsFloat() {
    int bytes = dataset.getDataType().getSize();
    Class<?> type = dataset.getJavaType();
    return type == float.class || bytes <= 2 || isTruth();
  }

  private Object flat() {
    return dataset.getDataFlat();
  }

  private static double number(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return TRUE.equals(value) ? 1 : 0;
  }
}
