/**
 * What those who run this node ask it: probes and metrics.
 *
 * <p>Routes, all {@code GET}:
 *
 * <ul>
 *   <li>{@code /health/live}: 200 as long as the process answers
 *   <li>{@code /health/ready}: 200, or 503 with the problems by name; warnings do not change the
 *       status
 *   <li>{@code /metrics}: numbers in the text format of Prometheus, for whoever sends the bearer
 *       token of the setting {@code metrics.token}; 404 if none is set
 * </ul>
 *
 * <p>A node is ready or not ready. {@link Readiness} asks every bean of type {@code HealthCheck},
 * such as those of the database and of the end of the application. Each check runs in a {@link
 * Probe}: once at a time, on a background thread, and nobody waits longer than one and a half
 * seconds for it. A check that does not answer in time is a problem too.
 *
 * <p>{@link MetricsServlet} asks every bean of type {@code Measured}. A new check or number needs
 * no change here: it is a bean of the package that knows it.
 *
 * <p>Load balancers, orchestrators and Prometheus call it, by any host name. No package does.
 * Nothing is stored here.
 */
@NullMarked
@Floor(Floor.Level.DOORS)
package org.sallyport.health;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
