/**
 * The life of one node, and what runs in it beside the requests.
 *
 * <p>A start runs the {@link org.sallyport.platform.runtime.StartStep start steps} in the order of
 * their stages, and the end undoes them in reverse; {@code Startup} is their only caller. Each
 * package contributes its own steps, as it contributes its {@link
 * org.sallyport.platform.runtime.HealthCheck health checks}, which {@code /health/ready} asks.
 * Threads and timers come from {@link org.sallyport.platform.runtime.Background}, so that they end
 * with the application. Work that may crowd is let in by an {@link
 * org.sallyport.platform.runtime.AdmissionGate}.
 *
 * <p>A node is starting, ready, or stopping: {@link
 * org.sallyport.platform.runtime.GracefulShutdown} says when it is stopping.
 *
 * <p>The interfaces here are what {@code platform.http} and {@code platform.persistence} have in
 * common, so that neither needs the other: the store says of a fault that it passes ({@link
 * org.sallyport.platform.runtime.PassingFault}, {@link
 * org.sallyport.platform.runtime.FaultClassifier}), and the answer is made of that. The lock that
 * one node of the cluster holds at start is declared here and implemented by the store.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.runtime;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
