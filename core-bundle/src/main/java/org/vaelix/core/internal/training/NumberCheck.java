package org.vaelix.core.internal.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.composition.Tracer;
import org.vaelix.core.data.Dataset;
import org.vaelix.core.model.Terms;
import org.vaelix.core.training.TrainingException;

/** Ends training at the first number that is none, naming the term, the step and the rows. */
final class NumberCheck {
  private static final int ROWS_NAMED = 5;
  private static final String REMEDY =
      "Lower the learning rate, set /training/clipNorm, or check these rows; ";

  private final Dataset dataset;

  NumberCheck(Dataset dataset) {
    this.dataset = dataset;
  }

  /** Checks a training step; the cause of a loss that is none is asked for only then. */
  void finite(
      double loss,
      Map<String, HostArray> rows,
      Minibatch batch,
      Progress progress,
      Path checkpoint,
      Supplier<Optional<String>> cause) {
    if (Double.isFinite(loss)) {
      return;
    }
    String where = where(rows, batch); // before the cause is looked for, which uses the batch
    String first =
        cause.get().map(found -> ". The first number that is none came from " + found).orElse("");
    throw new TrainingException(
        String.format(
            "the loss is %s in step %d (epoch %d): %s. %s%s%s",
            loss, progress.step + 1, progress.epoch + 1, where, REMEDY, kept(checkpoint), first));
  }

  /** Checks the loss of the validation rows. */
  void finite(double loss, Progress progress, Path checkpoint) {
    if (!Double.isFinite(loss)) {
      throw new TrainingException(
          String.format(
              "the loss of the validation rows is %s after epoch %d. %s%s",
              loss, progress.epoch, REMEDY, kept(checkpoint)));
    }
  }

  private String where(Map<String, HostArray> rows, Minibatch batch) {
    for (String term : terms(rows)) {
      List<String> bad = badRows(rows.get(term), batch);
      if (!bad.isEmpty()) {
        return String.format(
            "term '%s' is not finite in %s of %s", term, String.join(", ", bad), dataset.origin());
      }
    }
    return "no row's term alone is the cause, so the penalty or the weights are";
  }

  /** A sum is looked at last: which of its terms is the cause says more. */
  private static List<String> terms(Map<String, HostArray> rows) {
    return rows.keySet().stream()
        .filter(term -> !term.equals(Tracer.LOSS))
        .sorted(Comparator.comparing(Terms.ELBO::equals))
        .toList();
  }

  private List<String> badRows(HostArray values, Minibatch batch) {
    int[] rows = batch.rows();
    int size = values.shape().elements() / values.shape().size(0);
    List<String> bad = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      boolean isBad = false;
      for (int i = 0; i < size; i++) {
        isBad |= !Double.isFinite(values.get(row * size + i));
      }
      if (isBad) {
        bad.add("row " + (dataset.firstRow() + rows[row]));
      }
    }
    if (bad.size() <= ROWS_NAMED) {
      return bad;
    }
    List<String> named = new ArrayList<>(bad.subList(0, ROWS_NAMED));
    named.add((bad.size() - ROWS_NAMED) + " more of this batch's " + rows.length + " rows");
    return named;
  }

  private static String kept(Path checkpoint) {
    return "the last good checkpoint is kept in " + checkpoint;
  }
}
