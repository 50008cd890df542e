package org.vaelix.core.internal.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What went wrong with a file, in words rather than in a class name. */
final class IoProblem {
  private IoProblem() {}

  static String of(IOException problem) {
    if (problem instanceof NoSuchFileException) {
      return problem.getMessage() + " does not exist";
    }
    if (problem instanceof AccessDeniedException) {
      return "no permission for " + problem.getMessage();
    }
    if (problem instanceof FileAlreadyExistsException) {
      return problem.getMessage() + " is a file, and a folder is needed; choose another name";
    }
    if (problem instanceof NotDirectoryException) {
      return problem.getMessage() + " is no folder";
    }
    if (problem instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + " cannot be used";
    }
    return problem.getMessage();
  }
}
