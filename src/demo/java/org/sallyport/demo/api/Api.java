package org.sallyport.demo.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.auth.LoginConfig;

/**
 * The API. MicroProfile JWT checks signature, issuer, audience and time of each token that is sent
 * as Bearer; microprofile-config.properties says whose tokens are good.
 */
@LoginConfig(authMethod = "MP-JWT", realmName = "Sallyport demo API")
@ApplicationPath("/api")
public class Api extends Application {}
