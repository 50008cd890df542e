package org.vaelix.core.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One traced computation: nodes in an order in which operands come first, the variables they read,
 * the outputs to return and the updates to make. Outputs and updates all see the variables as they
 * were at the start of the run. Written by one thread; read by any once finished.
 */
public final class Graph {
  private final List<Tensor> nodes = new ArrayList<>();
  private final Map<String, Tensor> inputs = new LinkedHashMap<>();
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, Tensor> outputs = new LinkedHashMap<>();
  private final Map<String, Tensor> updates = new LinkedHashMap<>();
  private final Map<Integer, String> streams = new LinkedHashMap<>();
  private final Deque<String> scopes = new ArrayDeque<>();

  /** Creates an empty graph. */
  public Graph() {}

  Tensor add(Op op, Attributes attributes, Shape shape, Tensor... operands) {
    for (Tensor operand : operands) {
      requireOwn(op.label(), operand);
    }
    Tensor node = new Tensor(this, nodes.size(), op, attributes, shape, List.of(operands));
    nodes.add(node);
    return node;
  }

  private void requireOwn(String user, Tensor tensor) {
    if (tensor.graph() != this) {
      throw new IllegalArgumentException(user + " mixes tensors of two graphs");
    }
  }

  /**
   * {@return a value that each run is given}
   *
   * @param name unique among inputs
   * @param shape of the value
   */
  public Tensor input(String name, Shape shape) {
    if (inputs.containsKey(name)) {
      throw new IllegalArgumentException("the graph already has an input '" + name + "'");
    }
    Tensor input = add(Op.INPUT, new Attributes.Named(name), shape);
    inputs.put(name, input);
    return input;
  }

  /**
   * {@return the trainable variable of this name, made on first use}
   *
   * @param name qualified, for example {@code encoder/dense0/weight}
   * @param shape of the variable
   * @param initialiser its first value
   * @throws ShapeException if the name is in use with another shape
   */
  public Tensor parameter(String name, Shape shape, Initialiser initialiser) {
    return variable(Op.PARAMETER, name, shape, initialiser);
  }

  /**
   * {@return the variable of this name that gradients do not train, made on first use}
   *
   * @param name qualified, for example {@code encoder/norm0/mean}
   * @param shape of the variable
   * @param initialiser its first value
   * @throws ShapeException if the name is in use with another shape
   */
  public Tensor state(String name, Shape shape, Initialiser initialiser) {
    return variable(Op.STATE, name, shape, initialiser);
  }

  private Tensor variable(Op op, String name, Shape shape, Initialiser initialiser) {
    Variable known = variables.get(name);
    if (known == null) {
      known = new Variable(name, add(op, new Attributes.Named(name), shape), initialiser);
      variables.put(name, known);
    } else if (!known.shape().equals(shape) || known.tensor().op() != op) {
      throw new ShapeException(
          String.format(
              "'%s' is a %s of shape %s already, asked for as a %s of shape %s",
              name, known.tensor().op().label(), known.shape(), op.label(), shape));
    }
    return known.tensor();
  }

  /**
   * {@return a constant scalar}
   *
   * @param number its value
   */
  public Tensor constant(double number) {
    return constant(Shape.scalar(), number);
  }

  /**
   * {@return a constant}
   *
   * @param shape of the constant
   * @param values in row-major order
   */
  public Tensor constant(Shape shape, double... values) {
    if (values.length != shape.elements()) {
      throw new ShapeException(values.length + " values do not fill " + shape);
    }
    return add(Op.CONSTANT, new Attributes.Values(values.clone()), shape);
  }

  /**
   * {@return standard normal noise}
   *
   * @param name of the noise; a second noise of the same name gets numbers of its own
   * @param shape of the noise
   */
  public Tensor normal(String name, Shape shape) {
    return noise(Op.NORMAL, name, shape);
  }

  /**
   * {@return uniform noise in (0, 1)}
   *
   * @param name of the noise; a second noise of the same name gets numbers of its own
   * @param shape of the noise
   */
  public Tensor uniform(String name, Shape shape) {
    return noise(Op.UNIFORM, name, shape);
  }

  private Tensor noise(Op op, String name, Shape shape) {
    String unique = name;
    for (int use = 2; streams.containsKey(Noise.stream(unique)); use++) {
      unique = name + "#" + use;
    }
    int stream = Noise.stream(unique);
    streams.put(stream, unique);
    return add(op, new Attributes.Stream(unique, stream), shape);
  }

  /**
   * {@return the operation of another graph's node on operands of this one; how compilers rewrite
   * graphs. Names, streams and the scope stay.}
   *
   * @param node of another graph
   * @param operands of this graph, of shapes that give the same result shape
   */
  public Tensor adopt(Tensor node, List<Tensor> operands) {
    try (Scope scope = scopes.isEmpty() ? scope(node.scope()) : () -> {}) {
      return switch (node.op()) {
        case INPUT -> input(((Attributes.Named) node.attributes()).name(), node.shape());
        case PARAMETER, STATE -> {
          Variable variable = node.graph().variable(((Attributes.Named) node.attributes()).name());
          yield variable(node.op(), variable.name(), node.shape(), variable.initialiser());
        }
        default -> add(node.op(), node.attributes(), node.shape(), operands.toArray(Tensor[]::new));
      };
    }
  }

  /**
   * {@return the operands one after another along an axis}
   *
   * @param axis from 0, or negative to count from the last
   * @param operands at least one, alike beside that axis
   */
  public Tensor concat(int axis, List<Tensor> operands) {
    int fromZero = inScope(Op.CONCAT, () -> operands.get(0).shape().axis(axis));
    List<Shape> shapes = operands.stream().map(Tensor::shape).toList();
    Shape result = inScope(Op.CONCAT, () -> ShapeRules.concat(fromZero, shapes));
    return add(Op.CONCAT, new Attributes.Axis(fromZero), result, operands.toArray(Tensor[]::new));
  }

  /**
   * Names a result of every run.
   *
   * @param name unique among outputs
   * @param value the result
   */
  public void output(String name, Tensor value) {
    requireOwn("output '" + name + "'", value);
    if (outputs.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("the graph already has an output '" + name + "'");
    }
  }

  /**
   * Gives a variable a new value at the end of every run.
   *
   * @param variable a parameter or state of this graph
   * @param value of the variable's shape
   */
  public void update(Tensor variable, Tensor value) {
    requireOwn("update", value);
    // An input may bear the name of a variable, so the name alone does not make it one.
    if (!(variable.attributes() instanceof Attributes.Named named)
        || !variables.containsKey(named.name())
        || variables.get(named.name()).tensor() != variable) {
      throw new IllegalArgumentException(variable + " is no variable of this graph");
    }
    if (!variable.shape().equals(value.shape())) {
      throw new ShapeException(
          "'" + named.name() + "' is " + variable.shape() + ", its update is " + value.shape());
    }
    if (updates.putIfAbsent(named.name(), value) != null) {
      throw new IllegalArgumentException("'" + named.name() + "' is updated twice");
    }
  }

  /**
   * Marks the nodes made until the result is closed as made by a part; scopes nest.
   *
   * @param name of the part or layer, for example {@code decoder}
   * @return closes the scope
   */
  public Scope scope(String name) {
    scopes.addLast(name);
    return scopes::removeLast;
  }

  /** An open scope. */
  @FunctionalInterface
  public interface Scope extends AutoCloseable {
    @Override
    void close();
  }

  String scopeName() {
    return String.join("/", scopes);
  }

  Shape broadcast(Op op, Tensor left, Tensor right) {
    return inScope(op, () -> left.shape().broadcast(right.shape()));
  }

  /** Runs a shape rule so that its complaint names the operation and the part. */
  <T> T inScope(Op op, Supplier<T> rule) {
    try {
      return rule.get();
    } catch (ShapeException e) {
      String place = scopes.isEmpty() ? "" : "in " + scopeName() + ": ";
      throw new ShapeException(place + op.label() + ": " + e.getMessage());
    }
  }

  void check(Op op, Shape given, Supplier<Shape> rule) {
    inScope(
        op,
        () -> {
          Shape expected = rule.get();
          if (!expected.equals(given)) {
            throw new ShapeException("expected " + expected + ", got " + given);
          }
          return given;
        });
  }

  /** {@return all nodes, operands before results} */
  public List<Tensor> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** {@return the inputs by name, in the order they were made} */
  public Map<String, Tensor> inputs() {
    return Collections.unmodifiableMap(inputs);
  }

  /** {@return the variables in the order they were made} */
  public Collection<Variable> variables() {
    return Collections.unmodifiableCollection(variables.values());
  }

  /**
   * {@return the variable of a name}
   *
   * @param name qualified
   * @throws IllegalArgumentException if there is none
   */
  public Variable variable(String name) {
    Variable variable = variables.get(name);
    if (variable == null) {
      throw new IllegalArgumentException("the graph has no variable '" + name + "'");
    }
    return variable;
  }

  /** {@return the outputs by name, in the order they were named} */
  public Map<String, Tensor> outputs() {
    return Collections.unmodifiableMap(outputs);
  }

  /** {@return the new values by variable name} */
  public Map<String, Tensor> updates() {
    return Collections.unmodifiableMap(updates);
  }
}
