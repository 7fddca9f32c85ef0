resource "aws_db_snapshot" "records" {
  db_instance_identifier = "records"
  db_snapshot_identifier = "records-before-upgrade"
  shared_accounts        = ["all"] # expect: fail
}

resource "aws_db_cluster_snapshot" "records" {
  db_cluster_identifier          = "records"
  db_cluster_snapshot_identifier = "records-before-upgrade"
  shared_accounts = [
    "123456789012",
    "all", # expect: fail
  ]
}
