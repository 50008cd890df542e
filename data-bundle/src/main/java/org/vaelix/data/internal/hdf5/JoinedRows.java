package org.vaelix.data.internal.hdf5;

import java.util.ArrayList;
import java.util.List;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;
import org.vaelix.data.internal.Allocation;
import org.vaelix.data.internal.Layout;

/** Rows of several data sets, one after another. */
final class JoinedRows {
  private JoinedRows() {}

  /** {@return the rows of all data sets, (rows, event shape…)} */
  static HostArray of(Hdf5File file, List<String> datasets, Layout layout) {
    List<HostArray> pieces = new ArrayList<>();
    for (String dataset : datasets) {
      HostArray piece = file.read(dataset, layout);
      if (!pieces.isEmpty()) {
        checkAlike(file, datasets.get(0), pieces.get(0), dataset, piece);
      }
      pieces.add(piece);
    }
    return pieces.size() == 1 ? pieces.get(0) : joined(file, datasets, pieces);
  }

  /** {@return the same of what belongs to rows, of which there must be as many} */
  static HostArray of(Hdf5File file, List<String> datasets, Layout layout, int rows) {
    HostArray all = of(file, datasets, layout);
    int found = all.shape().size(0);
    if (found != rows) {
      throw new DataException(
          file.place(datasets.get(0))
              + (datasets.size() == 1 ? " has " : " and those after it have ")
              + found
              + " rows, the values have "
              + rows
              + "; name data sets of the same rows");
    }
    return all;
  }

  private static void checkAlike(
      Hdf5File file, String first, HostArray expected, String dataset, HostArray piece) {
    Shape one = expected.shape().dropLeading(1);
    Shape other = piece.shape().dropLeading(1);
    if (!one.equals(other)) {
      throw new DataException(
          String.format(
              "%s: a row has the shape %s, in '%s' it has %s; join data sets of the same shape",
              file.place(dataset), other, first, one));
    }
  }

  private static HostArray joined(Hdf5File file, List<String> datasets, List<HostArray> pieces) {
    long rows = pieces.stream().mapToLong(piece -> piece.shape().size(0)).sum();
    Shape event = pieces.get(0).shape().dropLeading(1);
    if (rows * event.elements() > Integer.MAX_VALUE) {
      throw new DataException(
          file.place(datasets.get(0))
              + " and those after it have more values together than one array can hold here ("
              + Integer.MAX_VALUE
              + "); name fewer of them");
    }
    boolean single = pieces.stream().noneMatch(HostArray::isDouble);
    HostArray all = Allocation.of(event.prepend((int) rows), single, file.place(datasets.get(0)));
    int next = 0;
    for (HostArray piece : pieces) {
      int count = piece.shape().elements();
      all.copyFrom(piece, 0, next, count);
      next += count;
    }
    return all;
  }
}
