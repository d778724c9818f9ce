package fr.forment.access;

import fr.forment.limits.Place;
import fr.forment.people.AccountStamps;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One sign-in for our pages, Tasklist, Cockpit and Admin. What is not named here needs a signed-in person. */
@Configuration
@EnableMethodSecurity
@ConditionalOnWebApplication
class WebSecurity {

    private static final String OWN_PAGES_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static final RequestMatcher ENGINE_PAGES =
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");
    private static final RequestMatcher ENGINE_API =
            PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");

    /** A mail shown in its own frame brings its styles with it; MailController writes the policy. */
    private static final RequestMatcher MAIL_BODIES =
            PathPatternRequestMatcher.withDefaults().matcher("/courriels/*/html");

    /** With the engine's second servlet, string patterns would otherwise match nothing (Security 6.5). */
    @Bean
    static PathPatternRequestMatcherBuilderFactoryBean requestMatchers() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /** Nobody reads how long each of the twenty filters took; to measure them all costs every request. */
    @Bean
    static SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<PlainAddresses> plainAddresses() {
        var registration = new FilterRegistrationBean<>(new PlainAddresses());
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    /** Files that never change within a version may stay in the browser: Tasklist alone is four megabytes. */
    @Bean
    @Order(0)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(
                        "/camunda/lib/**",
                        "/camunda/assets/**",
                        "/webjars/**",
                        "/forment.css",
                        "/forment.svg",
                        "/typed.js")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain pages(
            HttpSecurity http,
            DemonstrationMode demonstration,
            AccountStamps stamps,
            SessionOpening sessions,
            KnownDevices devices,
            UploadPages uploads,
            @Value("${forment.https:false}") boolean https)
            throws Exception {
        var csrfTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfTokens.setCookieName("FORMENT-XSRF"); // the engine has its own XSRF-TOKEN
        csrfTokens.setHeaderName("X-FORMENT-XSRF");
        csrfTokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(https));
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(
                                    "/login",
                                    "/acces/**",
                                    "/evaluation/**",
                                    "/parents/**",
                                    "/presence/code/*",
                                    "/verifier/**",
                                    "/place/**",
                                    "/sessions/*/reception/*",
                                    "/agendas/*",
                                    "/error")
                            .permitAll()
                            // Accounts and passwords are ours: the engine's own profile page would change a copy.
                            .requestMatchers("/camunda/app/welcome/**")
                            .denyAll()
                            .requestMatchers("/camunda/app/cockpit/**", "/camunda/app/admin/**")
                            .hasRole("ADMIN")
                            .requestMatchers("/camunda/api/**")
                            .access(new EngineDoor())
                            .requestMatchers("/territoire/import/**", "/territoire/import", "/territoire/calendrier/**")
                            .hasAnyRole("ADMIN", "SECRETAIRE", "IEN_NUMERIQUE")
                            .requestMatchers("/demonstration/**", "/demonstration")
                            .access((who, request) -> demonstration.decision(who.get()));
                    if (!demonstration.isOn()) {
                        requests.requestMatchers("/courriels", "/courriels/**").hasRole("ADMIN");
                    }
                    requests.anyRequest().authenticated();
                })
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new SignedInHere(devices))
                        .failureHandler(new FrenchSignInFailure())
                        .authenticationDetailsSource(
                                request -> new SignInFrom(Place.of(request.getRemoteAddr()), devices.shownBy(request)))
                        .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?sortie"))
                .requestCache(cache -> cache.requestCache(new WantedPage()))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), ENGINE_API)
                        .defaultAuthenticationEntryPointFor(WebSecurity::toSignIn, AnyRequestMatcher.INSTANCE)
                        .defaultAccessDeniedHandlerFor(new NotHere(), AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .ignoringRequestMatchers("/camunda/**")) // the engine's web applications check their own token
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(
                                        request -> ENGINE_PAGES.matches(request) || MAIL_BODIES.matches(request)),
                                new StaticHeadersWriter("Content-Security-Policy", OWN_PAGES_POLICY))))
                .addFilterBefore(new AccountFollower(stamps, sessions), CsrfFilter.class)
                .addFilterBefore(new UploadDoor(uploads), CsrfFilter.class)
                .sessionManagement(Customizer.withDefaults())
                .build();
    }

    private static void toSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException none)
            throws IOException, ServletException {
        new LoginUrlAuthenticationEntryPoint(
                        request.getAttribute(AccountFollower.ENDED) == null ? "/login" : "/login?fin")
                .commence(request, response, none);
    }
}
