/**
 * The settings and the configuration file: read once at start, checked, and never read again.
 *
 * <p>{@link SettingName} lists the settings of the server itself, with their defaults and meanings.
 * A feature declares its own in its own package, as a bean of type {@link SettingsGroup}. {@code
 * docs/settings.md} is compared with both. The first place that has a setting wins: system
 * property, environment variable, file, default ({@link SettingSources}). A secret may be in a file
 * of its own, by a name ending in {@code _FILE} or {@code -file}. {@link Settings} is the result,
 * in parts for each concern. Several copies of the WAR on one server (tenants) are told apart by
 * their context path ({@link DeploymentSettings}).
 *
 * <p>The configuration file is JSON. {@link ConfigValue} reads a value with its type and place,
 * also of a column or a request, and refuses keys of the file that nobody reads. Beside {@code
 * settings} the file has sections; each is a bean of type {@link ConfigurationSection} in the
 * package that it is about. {@link ConfigurationStart} applies all sections or none, one node at a
 * time ({@code StartLock} of {@code platform.runtime}). {@link FileChanges} limits how many entries
 * a start may disable.
 *
 * <p>A mistake is a {@link ConfigurationException}, one line: place, what is wrong, what to write
 * instead. The server then does not start.
 *
 * <p>Nearly every package reads {@link Settings}. {@code command} reads a file through {@link
 * WrittenFile}, without a server.
 */
@NullMarked
@Floor(Floor.Level.PLATFORM)
package org.sallyport.platform.config;

import org.jspecify.annotations.NullMarked;
import org.sallyport.Floor;
