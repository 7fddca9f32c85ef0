resource "aws_eks_cluster" "clinic" {
  name     = "clinic"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.33"
}

resource "aws_kms_key" "eks" {
  description = "Secrets of the clinic's cluster"
}

resource "aws_eks_cluster" "old" {
  name     = "clinic-old"
  role_arn = "arn:aws:iam::111122223333:role/eks"
  version  = "1.26"

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.eks.arn
    }
  }
}
