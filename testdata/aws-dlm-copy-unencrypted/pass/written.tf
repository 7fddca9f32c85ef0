resource "aws_dlm_lifecycle_policy" "nightly" {
  description        = "Nightly snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]

    schedule {
      name = "nightly"

      cross_region_copy_rule {
        target    = "us-west-2"
        encrypted = true
        cmk_arn   = "arn:aws:kms:us-west-2:111122223333:key/1a2b3c4d-0000-1111-2222-333344445555"
      }
    }
  }
}

# Copies nothing to another region.
resource "aws_dlm_lifecycle_policy" "local" {
  description        = "Local snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]

    schedule {
      name = "hourly"
    }
  }
}
