resource "aws_ebs_volume" "images" { # expect: open
  availability_zone = "us-east-1a"
  size              = 500
  tags              = { Backup = "nightly" }
}

resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "Nightly snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "nightly" }
  }
}
