package org.sallyport.authorize;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The request and its answer to be, as the servlet container has them. */
record HttpExchange(HttpServletRequest request, HttpServletResponse response) {}
