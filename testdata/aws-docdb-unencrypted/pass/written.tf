resource "aws_docdb_cluster" "charts" {
  cluster_identifier = "clinic-charts"
  storage_encrypted  = true
}

resource "aws_docdb_global_cluster" "charts" {
  global_cluster_identifier    = "clinic-charts"
  source_db_cluster_identifier = aws_docdb_cluster.charts.arn
}
