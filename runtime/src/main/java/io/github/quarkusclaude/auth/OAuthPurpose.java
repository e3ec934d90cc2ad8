package io.github.quarkusclaude.auth;

/** What a call to a server of OAuth is for: said when it fails, with what a person can do then. */
enum OAuthPurpose {

    LOGIN("The sign-in", "Start the login again"),
    REFRESH("The refresh of the access token", "Log in again, for instance with: quarkus-claude auth login --method oauth"),
    PROFILE_REFRESH("The refresh of the profile's access token", "Log in again with the program the profile belongs to"),
    FEDERATION("The exchange of the identity token", "Check that issuer, subject and audience of the identity token are those"
            + " of the federation rule, that it has not expired, and that the workspace is one of the rule's"),
    REVOCATION("The revocation of the tokens", "They work until they expire"),
    KEY_CREATION("The creation of the API key", "Create one in the Claude Console");

    private final String subject;
    private final String advice;

    OAuthPurpose(String subject, String advice) {
        this.subject = subject;
        this.advice = advice;
    }

    String subject() {
        return subject;
    }

    String advice() {
        return advice;
    }

    /** What can be done about an answer of a status. */
    String advice(int status) {
        // an exchange that is refused is always 401, whatever the reason; 400 says that it was not understood
        return this == FEDERATION && status == 400
                ? "Check the ids of rule (fdrl_…), organization (a UUID), service account (svac_…) and workspace (wrkspc_…)"
                : advice;
    }
}
