//! Trouble with inputs as notifications: a degraded scan says so.

use serde_json::{Value, json};
use serde_sarif::sarif::{
    ArtifactLocation, Invocation, Location, Notification, PhysicalLocation, Region, ReportingConfiguration,
    ReportingDescriptor, ReportingDescriptorReference,
};

use crate::report::{Notice, Report};
use crate::source::ProblemKind;

use super::text::{name, unlinked, uri};
use super::{ROOT, described, message};

/// The notification that GitHub's limit left results out.
const LEFT_OUT: &str = "results-left-out";

/// The run's invocation with its notifications.
pub fn invocation(report: &Report<'_>, left_out: usize) -> Invocation {
    let mut notifications: Vec<Notification> = report.notices.iter().map(notification).collect();
    if left_out > 0 {
        let text =
            format!("{left_out} results of lesser severity were left out of this log, which holds 5000 at most.");
        let index = ProblemKind::ALL.len();
        notifications.push(
            Notification::builder()
                .descriptor(reference(LEFT_OUT, index))
                .level(json!("warning"))
                .message(message(text))
                .build(),
        );
    }
    let mut invocation = Invocation::builder()
        .execution_successful(report.notices.iter().all(|notice| notice.kind != ProblemKind::Internal))
        .exit_code(i64::from(report.exit_code))
        .tool_execution_notifications(notifications)
        .build();
    if let Some((start, end)) = &report.times {
        invocation.start_time_utc = Some(start.clone());
        invocation.end_time_utc = Some(end.clone());
    }
    invocation
}

/// Every kind of notification, in the order of their indexes.
pub fn descriptors() -> Vec<ReportingDescriptor> {
    let kinds =
        ProblemKind::ALL.into_iter().map(|kind| descriptor(kind.id(), kind.description(), kind.help(), level(kind)));
    let left_out = descriptor(
        LEFT_OUT,
        "The log holds fewer results than were found.",
        "Mend or silence the gravest findings first, or split the scan into categories; other formats hold all findings.",
        json!("warning"),
    );
    kinds.chain([left_out]).collect()
}

fn descriptor(id: &str, what: &str, help: &str, level: Value) -> ReportingDescriptor {
    ReportingDescriptor::builder()
        .id(id)
        .name(name(id, "Notice"))
        .short_description(described(what))
        .full_description(described(format!("{what} {help}")))
        .help(described(help))
        .default_configuration(ReportingConfiguration::builder().level(level).build())
        .build()
}

fn notification(notice: &Notice) -> Notification {
    let index = ProblemKind::ALL.iter().position(|kind| *kind == notice.kind).unwrap_or_default();
    let mut notification = Notification::builder()
        .descriptor(reference(notice.kind.id(), index))
        .level(level(notice.kind))
        .message(message(super::text::sentence(&unlinked(&notice.message))))
        .build();
    if !notice.path.is_empty() {
        let artifact = ArtifactLocation::builder().uri(uri(&notice.path)).uri_base_id(ROOT).build();
        let mut physical = PhysicalLocation::builder().artifact_location(artifact).build();
        physical.region = notice.position.map(|(line, column)| {
            Region::builder()
                .start_line(super::finding::number(line))
                .start_column(super::finding::number(column))
                .build()
        });
        notification.locations = Some(vec![Location::builder().physical_location(physical).build()]);
    }
    notification
}

fn reference(id: &str, index: usize) -> ReportingDescriptorReference {
    ReportingDescriptorReference::builder().id(id).index(i64::try_from(index).unwrap_or_default()).build()
}

fn level(kind: ProblemKind) -> Value {
    json!(match kind {
        ProblemKind::Internal => "error",
        ProblemKind::TooLarge | ProblemKind::Binary | ProblemKind::Encoding => "note",
        ProblemKind::Unreadable
        | ProblemKind::Syntax
        | ProblemKind::Limit
        | ProblemKind::ModuleNotFound
        | ProblemKind::ModuleCycle
        | ProblemKind::Unrendered
        | ProblemKind::Suppression => "warning",
    })
}
