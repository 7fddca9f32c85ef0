resource "aws_rds_cluster" "billing" { # expect: fail
  engine = "aurora-mysql"
}

resource "aws_rds_cluster" "letters" {
  engine           = "aurora-mysql"
  backtrack_window = 0 # expect: fail
}
