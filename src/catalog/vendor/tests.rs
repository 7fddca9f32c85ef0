//! The vendors of `rules/vendors.toml`, and how names find them.

use std::collections::BTreeSet;

use super::*;

fn ours() -> Vendors {
    Vendors::from_toml(include_str!("../../../rules/vendors.toml")).unwrap()
}

#[track_caller]
fn check(vendors: &Vendors, signal: Signal, cases: &[(&str, Option<&str>)]) {
    for (name, expected) in cases {
        let found = vendors.find(signal, name).map(|vendor| vendor.id.as_str());
        assert_eq!(found, *expected, "{signal:?} {name}");
    }
}

#[test]
fn fields_are_legal() {
    let vendors = ours();
    assert_eq!(vendors.list.len(), 335);
    let is_kebab = |text: &str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let mut ids = BTreeSet::new();
    for vendor in &vendors.list {
        assert!(is_kebab(&vendor.id) && ids.insert(vendor.id.as_str()), "{}", vendor.id);
        assert!(is_kebab(&vendor.category), "{}", vendor.id);
        assert!(vendor.note.ends_with('.'), "{}", vendor.id);
        assert!((2020..=2030).contains(&vendor.year), "{}", vendor.id);
        assert!(vendor.basis.is_empty() || vendor.basis.len() > 8, "{}", vendor.id);
        assert!(vendor.self_hostable || vendor.self_hosted_images.is_empty(), "{}", vendor.id);
        let languages = ["python", "javascript", "java", "csharp", "rust"];
        for import in &vendor.imports {
            assert!(import.split_once(':').is_some_and(|(language, _)| languages.contains(&language)), "{import}");
        }
        assert!(vendor.providers.iter().all(|name| name.split('/').count() == 2), "{}", vendor.id);
        assert!(vendor.actions.iter().all(|name| name.split('/').count() == 2), "{}", vendor.id);
        assert!(vendor.maven.iter().all(|name| name.split(':').count() == 2), "{}", vendor.id);
        assert!(vendor.packagist.iter().all(|name| name.split('/').count() == 2), "{}", vendor.id);
        for (_, names) in names(vendor) {
            for name in names {
                let marked =
                    name.find('*').is_none_or(|at| at == name.len() - 1 && name[..at].ends_with(['/', ':', '.', '-']));
                assert!(marked && name.trim() == name, "{name}");
            }
        }
    }
    for cloud in &vendors.clouds {
        assert!(vendors.get(&cloud.vendor).is_some_and(|vendor| vendor.baa != Baa::No), "{}", cloud.vendor);
    }
}

fn names(vendor: &Vendor) -> Vec<(Signal, &[String])> {
    use Signal::{Crates, Gem, Go, Maven, Npm, Nuget, Packagist, Pypi};
    [Npm, Pypi, Maven, Go, Nuget, Crates, Gem, Packagist].map(|signal| (signal, vendor.names(signal))).to_vec()
}

#[test]
fn no_name_belongs_to_two_vendors_and_each_finds_its_own() {
    let vendors = ours();
    assert_eq!(vendors.ambiguous(), Vec::<String>::new());
    for vendor in &vendors.list {
        for (signal, names) in names(vendor) {
            for name in names {
                let name = name.replace('*', "some-thing");
                assert_eq!(vendors.find(signal, &name).map(|v| &v.id), Some(&vendor.id), "{name}");
            }
        }
        for host in &vendor.hosts {
            let host = host.replace('*', "us-east-1");
            assert_eq!(vendors.find(Signal::Host, &host).map(|v| &v.id), Some(&vendor.id), "{host}");
        }
        for signal in [Signal::TerraformProvider, Signal::Action, Signal::Environment, Signal::Script, Signal::Image] {
            for name in vendor.names(signal) {
                assert_eq!(vendors.find(signal, name).map(|v| &v.id), Some(&vendor.id), "{name}");
            }
        }
    }
}

#[test]
fn the_binary_form_keeps_everything() {
    let vendors = ours();
    let bytes = postcard::to_stdvec(&vendors).unwrap();
    let back: Vendors = postcard::from_bytes(&bytes).unwrap();
    assert_eq!((&back.list, &back.clouds, &back.site_labels), (&vendors.list, &vendors.clouds, &vendors.site_labels));
    assert!(back.find(Signal::Npm, "mixpanel-browser").is_some());
}

#[test]
fn packages_compare_as_their_registries_do() {
    let vendors = ours();
    check(
        &vendors,
        Signal::Pypi,
        &[
            ("sentry-sdk", Some("sentry")),
            ("Sentry_SDK", Some("sentry")),
            ("sentry..sdk", Some("sentry")),
            ("sentry-sdk-extras", None),
            ("google-cloud-spanner", Some("gcp")),
            ("google-cloud-aiplatform", Some("vertex-ai")),
        ],
    );
    check(
        &vendors,
        Signal::Npm,
        &[
            ("@sentry/anything", Some("sentry")),
            ("@sentry", None),
            ("@aws-sdk/client-ses", Some("amazon-ses")),
            ("@aws-sdk/client-s3", Some("aws")),
            ("logrocket", Some("logrocket")),
            ("logrocket-plus", None),
        ],
    );
    check(
        &vendors,
        Signal::Maven,
        &[
            ("io.sentry:sentry-spring", Some("sentry")),
            ("io.sentry.other:sentry", None),
            ("software.amazon.awssdk:ses", Some("amazon-ses")),
            ("software.amazon.awssdk:s3", Some("aws")),
            ("com.auth0:java-jwt", None),
        ],
    );
    check(
        &vendors,
        Signal::Nuget,
        &[("sentry.aspnetcore", Some("sentry")), ("SentryLike", None), ("azure.identity", Some("azure"))],
    );
    check(
        &vendors,
        Signal::Crates,
        &[("sentry_tracing", Some("sentry")), ("aws-sdk-sns", Some("amazon-sns")), ("aws-sdk-kms", Some("aws"))],
    );
    check(&vendors, Signal::Packagist, &[("Sentry/Sentry-Laravel", Some("sentry"))]);
}

#[test]
fn go_modules_match_below_and_past_major_versions() {
    check(
        &ours(),
        Signal::Go,
        &[
            ("github.com/getsentry/sentry-go", Some("sentry")),
            ("github.com/getsentry/sentry-go/gin", Some("sentry")),
            ("github.com/stripe/stripe-go/v76/client", Some("stripe")),
            ("gopkg.in/DataDog/dd-trace-go.v1/ddtrace", Some("datadog")),
            ("github.com/getsentry/sentry-gopher", None),
            ("github.com/aws/aws-sdk-go-v2/service/sns", Some("amazon-sns")),
            ("github.com/aws/aws-sdk-go-v2/service/s3", Some("aws")),
        ],
    );
}

#[test]
fn a_client_library_of_what_one_may_run_oneself_proves_nothing() {
    let vendors = ours();
    for (signal, name) in [
        (Signal::Npm, "mongodb"),
        (Signal::Pypi, "redis"),
        (Signal::Import, "python:elasticsearch"),
        (Signal::Npm, "@octokit/rest"),
    ] {
        assert!(vendors.find(signal, name).is_none(), "{name}");
    }
    check(&vendors, Signal::Host, &[("cluster0.ab1cd.mongodb.net", Some("mongodb-atlas"))]);
}

#[test]
fn hosts_match_on_label_borders_with_paths_and_regions() {
    check(
        &ours(),
        Signal::Host,
        &[
            ("https://o123.ingest.sentry.io/api/42/store/", Some("sentry")),
            ("notsentry.io", None),
            ("SENTRY.IO.", Some("sentry")),
            ("https://key@sentry.io:443/42", Some("sentry")),
            ("docs.sentry.io", None),
            ("www.facebook.com/tr?id=1&ev=PageView", Some("meta-pixel")),
            ("www.facebook.com/clinic", None),
            ("facebook.com/trends", None),
            ("//connect.facebook.net/en_US/fbevents.js", Some("meta-pixel")),
            ("www.googletagmanager.com/gtag/js?id=G-1", Some("google-analytics")),
            ("www.googletagmanager.com/gtm.js?id=GTM-1", Some("google-tag-manager")),
            ("www.google-analytics.com/collect", Some("google-analytics")),
            ("static.hotjar.com/c/hotjar-123.js", Some("hotjar")),
            ("bedrock-runtime.eu-west-1.amazonaws.com", Some("amazon-bedrock")),
            ("my-bucket.s3.eu-west-1.amazonaws.com", Some("aws")),
            ("europe-west4-aiplatform.googleapis.com", Some("vertex-ai")),
            ("storage.googleapis.com", Some("gcp")),
            ("slack.com/intl/en-gb", None),
            ("hooks.slack.com/services/T0/B0/x", Some("slack")),
            ("localhost", None),
            ("", None),
            ("..", None),
            ("://@:/", None),
        ],
    );
}

#[test]
fn imports_match_on_segment_borders_by_entry_or_by_package() {
    check(
        &ours(),
        Signal::Import,
        &[
            ("python:sentry_sdk.integrations.flask", Some("sentry")),
            ("python:sentry_sdkx", None),
            ("python:google.cloud.aiplatform.models", Some("vertex-ai")),
            ("python:google.cloud.storage", Some("gcp")),
            ("python:google.protobuf", None),
            ("python:djstripe.models", Some("stripe")),
            ("javascript:@sentry/node/esm", Some("sentry")),
            ("javascript:mixpanel-browser/src/x", Some("mixpanel")),
            ("go:github.com/stripe/stripe-go/v76/customer", Some("stripe")),
            ("java:com.amazonaws.services.s3.AmazonS3", Some("aws")),
            ("java:software.amazon.awssdk.services.ses.SesClient", Some("amazon-ses")),
            ("java:com.auth0.jwt.JWT", None),
            ("java:com.stripeful.X", None),
            ("csharp:Azure.Storage.Blobs", Some("azure")),
            ("csharp:Amazon.SimpleEmail.Model", Some("amazon-ses")),
            ("rust:sentry::integrations", Some("sentry")),
            ("rust:async_stripe::Client", Some("stripe")),
            ("no language", None),
        ],
    );
}

#[test]
fn images_match_by_the_end_of_their_path() {
    let vendors = ours();
    check(
        &vendors,
        Signal::Image,
        &[
            ("datadog/agent:7", Some("datadog")),
            ("gcr.io/datadoghq/agent@sha256:ab", Some("datadog")),
            ("registry.corp:5000/mirror/datadog/agent:7.50", Some("datadog")),
            ("corp/agent", None),
            ("posthog/posthog", None),
        ],
    );
    let own = |image: &str| vendors.self_hosted(image).map(|vendor| vendor.id.clone());
    assert_eq!(own("posthog/posthog:latest").as_deref(), Some("posthog"));
    assert_eq!(own("docker.io/library/matomo:5").as_deref(), Some("matomo"));
    assert_eq!(own("corp/matomo"), None);
}

#[test]
fn providers_and_actions_match_with_and_without_their_frame() {
    let vendors = ours();
    check(
        &vendors,
        Signal::TerraformProvider,
        &[
            ("registry.terraform.io/DataDog/datadog", Some("datadog")),
            ("DataDog/datadog", Some("datadog")),
            ("datadog", Some("datadog")),
            ("someone/datadog", None),
            ("hashicorp/random", None),
        ],
    );
    check(
        &vendors,
        Signal::Action,
        &[
            ("getsentry/action-release@v1", Some("sentry")),
            ("google-github-actions/auth/sub@main", Some("gcp")),
            ("./local", None),
        ],
    );
    check(&vendors, Signal::Environment, &[("SENTRY_DSN", Some("sentry")), ("sentry_dsn", None), ("REDIS_URL", None)]);
}

#[test]
fn endless_names_are_answered_at_once() {
    let vendors = ours();
    let long = "a.".repeat(200_000);
    for signal in [Signal::Host, Signal::Import, Signal::Go, Signal::Npm, Signal::Maven, Signal::Image] {
        assert!(vendors.find(signal, &long).is_none());
        assert!(vendors.find(signal, &format!("python:{long}")).is_none());
        assert!(vendors.find(signal, &long.replace('.', "/")).is_none());
    }
}
