package org.vaelix.data.internal.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.data.Dataset;
import org.vaelix.data.internal.DataFile;

/** Reads one file of separated text. */
final class CsvFile {
  private static final int LINES_FOR_SEPARATOR = 20;

  /** A gene-expression table has tens of thousands of columns; the parser's default is 16 384. */
  private static final int MAX_COLUMNS = 1 << 22;

  private static final int MAX_RECORD = 1 << 28;

  private final CsvData.Config config;
  private final DataSource.Context context;
  private final Path path;

  CsvFile(CsvData.Config config, DataSource.Context context) {
    this.config = config;
    this.context = context;
    this.path = DataFile.find(context, config.file());
  }

  Dataset read() {
    try {
      char separator = Separator.choose(config.separator(), config.file(), firstLines());
      return read(separator);
    } catch (UncheckedIOException e) {
      throw unreadable(e.getCause());
    } catch (IOException e) {
      throw unreadable(e);
    } catch (CsvParseException e) {
      throw new DataException(config.file() + ": " + parserMessage(e), e);
    }
  }

  private Dataset read(char separator) throws IOException {
    CsvRecordHandler handler =
        CsvRecordHandler.builder().maxFields(MAX_COLUMNS).maxRecordSize(MAX_RECORD).build();
    CsvReader.CsvReaderBuilder parser =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .trimWhitespacesAroundQuotes(true);
    try (CsvReader<CsvRecord> records = parser.build(handler, open())) {
      CsvTable table = new CsvTable(config, context);
      records.forEach(table::accept);
      return table.toDataset();
    }
  }

  private List<String> firstLines() throws IOException {
    try (BufferedReader reader = open()) {
      return reader.lines().limit(LINES_FOR_SEPARATOR).toList();
    }
  }

  /** Strict UTF-8, past a byte-order mark and the lines to skip. */
  private BufferedReader open() throws IOException {
    BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    for (int line = 0; line < config.skipRows(); line++) {
      reader.readLine();
    }
    return reader;
  }

  private DataException unreadable(IOException cause) {
    return cause instanceof CharacterCodingException
        ? new DataException(config.file() + " is not UTF-8 text; save it as CSV in UTF-8", cause)
        : DataFile.unreadable(config.file(), cause);
  }

  private static String parserMessage(CsvParseException e) {
    return "not readable as separated text, "
        + (e.getCause() == null ? e : e.getCause()).getMessage()
        + "; check its quotation marks";
  }
}
