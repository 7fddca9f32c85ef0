resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "Nightly snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { Backup = "nightly" }

    schedule {
      name = "nightly"

      create_rule {
        interval = 24
      }

      retain_rule {
        count = 14
      }

      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = false # expect: fail
      }
    }
  }
}

resource "aws_dlm_lifecycle_policy" "shared" {
  description        = "Copies what another account shares"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    policy_type = "EVENT_BASED_POLICY"

    action {
      name = "copy"

      cross_region_copy {
        target = "us-west-2"
        encryption_configuration {} # expect: fail
      }
    }
  }
}
