package org.sallyport.platform.persistence.mapping;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.SharedCacheMode;
import jakarta.persistence.ValidationMode;
import jakarta.persistence.spi.ClassTransformer;
import jakarta.persistence.spi.PersistenceUnitInfo;
import jakarta.persistence.spi.PersistenceUnitTransactionType;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceProvider;
import org.hibernate.jpa.boot.spi.Bootstrap;
import org.jspecify.annotations.Nullable;

/** The persistence unit, made by the application (Jakarta Persistence §9.6): no server joins in. */
public record PersistenceUnitFactory(DataSource source, List<Class<?>> entities)
    implements PersistenceUnitInfo {

  /** The factory over this source; refuses tables that do not fit the entities. */
  public static EntityManagerFactory open(DataSource source, List<Class<?>> entities) {
    var settings =
        Map.of(
            "hibernate.hbm2ddl.auto",
            "validate",
            "hibernate.connection.provider_disables_autocommit",
            true,
            "hibernate.transaction.coordinator_class",
            "jdbc",
            "hibernate.cdi.extensions",
            false,
            "hibernate.type.json_format_mapper",
            new NoDocuments(),
            "hibernate.type.xml_format_mapper",
            new NoDocuments());
    return Bootstrap.getEntityManagerFactoryBuilder(
            new PersistenceUnitFactory(source, entities), settings, new NoGeneratedClasses())
        .build();
  }

  @Override
  public String getPersistenceUnitName() {
    return "sallyport";
  }

  @Override
  public String getPersistenceProviderClassName() {
    return HibernatePersistenceProvider.class.getName();
  }

  @Override
  public PersistenceUnitTransactionType getTransactionType() {
    return PersistenceUnitTransactionType.RESOURCE_LOCAL;
  }

  @Override
  public @Nullable DataSource getJtaDataSource() {
    return null;
  }

  @Override
  public DataSource getNonJtaDataSource() {
    return source;
  }

  @Override
  public List<String> getMappingFileNames() {
    return List.of();
  }

  @Override
  public List<URL> getJarFileUrls() {
    return List.of();
  }

  @Override
  public @Nullable URL getPersistenceUnitRootUrl() {
    return null;
  }

  @Override
  public List<String> getManagedClassNames() {
    return Stream.of(List.of(Enablement.class), Converters.classes(), entities)
        .flatMap(List::stream)
        .<String>map(Class::getName)
        .toList();
  }

  @Override
  public boolean excludeUnlistedClasses() {
    return true;
  }

  @Override
  public SharedCacheMode getSharedCacheMode() {
    return SharedCacheMode.NONE;
  }

  @Override
  public ValidationMode getValidationMode() {
    return ValidationMode.NONE;
  }

  @Override
  public Properties getProperties() {
    return new Properties();
  }

  @Override
  public String getPersistenceXMLSchemaVersion() {
    return "3.0";
  }

  @Override
  public ClassLoader getClassLoader() {
    return PersistenceUnitFactory.class.getClassLoader();
  }

  @Override
  public void addTransformer(ClassTransformer transformer) {
    // The entities are used as they were compiled.
  }

  @Override
  public @Nullable ClassLoader getNewTempClassLoader() {
    return null;
  }
}
