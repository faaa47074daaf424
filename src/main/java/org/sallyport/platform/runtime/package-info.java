/**
 * The life of one node: start, health, background work, end.
 *
 * <p>A {@link StartStep} is done once at start and undone at the end; steps run in the order of
 * their stages. A {@link HealthCheck} says whether something works; {@code /health/ready} asks all
 * of them. Both are beans of the package that they are about.
 *
 * <p>A node is starting, ready or stopping. {@link GracefulShutdown} marks the end: from then on
 * the node is not ready, so that load balancers send no more requests, and running ones finish.
 *
 * <p>{@link Background} has the threads and timers of the application; they end with it. What is
 * renewed again and again, such as keys or metadata, stays as it last was while a renewal fails.
 * {@link AdmissionGate} is a queue with a limited number of places. {@link MonotonicClock} measures
 * time spans.
 *
 * <p>{@link PassingFault} is a fault that passes by itself; {@link FaultClassifier} tells one. They
 * are here, and so is {@link StartLock}, so that {@code platform.http} and {@code
 * platform.persistence} need not know each other: the store says that a fault passes, and the
 * answer is 503.
 *
 * <p>{@code Startup} runs the steps. Packages on every floor but the lowest contribute steps and
 * use the threads. It calls no other package.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.runtime;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
