package org.sallyport.platform.http.filter;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.sallyport.platform.http.HttpExchange;

/**
 * What every request passes before a servlet has it, in order. It is one filter for the server,
 * since Payara does work of its own before and after each.
 */
public class RequestChain implements Filter {
  @Inject ServedPaths served;
  @Inject CountFilter count;
  @Inject FaultFilter faults;
  @Inject DepartureFilter departure;
  @Inject HeadersFilter headers;
  @Inject AddressFilter address;
  @Inject FramingFilter framing;
  @Inject PathFilter path;
  @Inject RequestHeaderFilter requestHeaders;
  @Inject HostFilter host;
  @Inject CorsFilter cors;
  @Inject SizeFilter size;
  @Inject PageFormFilter pageForms;

  private List<RequestFilter> ofRequests = List.of();
  private List<RequestFilter> ofErrors = List.of();

  @Override
  public void init(FilterConfig config) {
    served.know(config.getServletContext());
    ofRequests =
        List.of(
            count,
            faults.answeringThrough(answer -> new Passage(ofErrors, answer)),
            departure,
            headers,
            address,
            framing,
            path,
            requestHeaders,
            host,
            cors,
            size,
            pageForms);
    // The request was counted and judged when it came.
    ofErrors = List.of(departure, headers, address);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var error = request.getDispatcherType() == DispatcherType.ERROR;
    new Passage(error ? ofErrors : ofRequests, chain).doFilter(request, response);
  }

  /** The way of one request through filters, each of which is passed once. */
  private static final class Passage implements FilterChain {
    private final List<RequestFilter> filters;
    private final FilterChain servlet;
    private int passed;

    Passage(List<RequestFilter> filters, FilterChain servlet) {
      this.filters = filters;
      this.servlet = servlet;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response)
        throws IOException, ServletException {
      if (passed == filters.size()) {
        new HttpExchange((HttpServletRequest) request, (HttpServletResponse) response)
            .passTo(servlet);
        return;
      }
      var next = filters.get(passed);
      passed++;
      next.pass((HttpServletRequest) request, (HttpServletResponse) response, this);
    }
  }
}
