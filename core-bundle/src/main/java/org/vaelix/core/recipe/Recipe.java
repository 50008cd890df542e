package org.vaelix.core.recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Doc;

/**
 * An experiment: what to train on which data, and how. Every key but {@code data} and {@code model}
 * has a default.
 *
 * @param name of the experiment and its run folders
 * @param seed of all randomness
 * @param dataFolder folder against which data files are resolved; the recipe's own if absent
 * @param data where rows come from
 * @param conditions which columns of the data are known of each row beside its values
 * @param preprocess what happens to values before they are used
 * @param split which rows train, validate and test
 * @param model the model
 * @param training how it is trained
 * @param backend what computes it
 * @param run where results go
 */
public record Recipe(
    @Doc("name of the experiment and its run folders") String name,
    @Doc("seed of all randomness, a whole number") long seed,
    @Doc("folder against which data files are resolved; the recipe's own if absent")
        Optional<String> dataFolder,
    @Doc("where rows come from") DataSource data,
    @Doc(
            "columns of the data that are known of each row beside its values, such as batch or"
                + " library size: names, or objects with \"column\"")
        List<ConditionColumn> conditions,
    @Doc("what happens to values before they are used") Preprocess preprocess,
    @Doc("which rows train, validate and test") Split split,
    @Doc("the model") PartSpec<Model> model,
    @Doc("how the model is trained") Training training,
    @Doc("what computes: a backend's type, or auto for the highest-ranking available one")
        BackendChoice<?> backend,
    @Doc("where results go") RunOptions run) {

  /**
   * Checks the values.
   *
   * @param name of the experiment and its run folders
   * @param seed of all randomness
   * @param dataFolder folder against which data files are resolved; the recipe's own if absent
   * @param data where rows come from
   * @param conditions which columns of the data are known of each row beside its values
   * @param preprocess what happens to values before they are used
   * @param split which rows train, validate and test
   * @param model the model
   * @param training how it is trained
   * @param backend what computes it
   * @param run where results go
   * @throws org.vaelix.core.part.OptionException if one is out of range
   */
  public Recipe {
    Check.that(
        name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"),
        "name",
        "must be made of letters, digits, '.', '_' and '-', got '" + name + "'");
    Set<String> names = new HashSet<>();
    conditions.forEach(
        condition ->
            Check.that(
                names.add(condition.reference()),
                "conditions",
                "two conditions are called '"
                    + condition.reference()
                    + "'; give one of them another \"name\""));
    conditions = List.copyOf(conditions);
  }
}
