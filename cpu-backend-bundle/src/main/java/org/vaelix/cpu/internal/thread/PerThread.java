package org.vaelix.cpu.internal.thread;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * One object for each thread that asks. Unlike a {@link ThreadLocal} alone, a thread that outlives
 * this bundle does not hold it by the object's class: the class holds the objects, and a thread
 * knows its own weakly.
 *
 * @param <T> what each thread has; must not hold its thread
 */
public final class PerThread<T> {
  private final Supplier<T> maker;
  private final Map<Thread, T> objects = Collections.synchronizedMap(new WeakHashMap<>());
  private final ThreadLocal<WeakReference<T>> own = new ThreadLocal<>();

  /**
   * Creates it, to be kept in a static field.
   *
   * @param maker of a thread's object
   */
  public PerThread(Supplier<T> maker) {
    this.maker = maker;
  }

  /** {@return this thread's object, made when it is asked for first} */
  public T get() {
    WeakReference<T> known = own.get();
    T object = known == null ? null : known.get();
    return object == null ? make() : object;
  }

  private T make() {
    T made = maker.get();
    objects.put(Thread.currentThread(), made);
    own.set(new WeakReference<>(made));
    return made;
  }
}
