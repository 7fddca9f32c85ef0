resource "google_dataflow_job" "claims" {
  name             = "claims"
  ip_configuration = "WORKER_IP_PRIVATE"
}

resource "google_workbench_instance" "research" {
  name = "research"

  gce_setup {
    disable_public_ip = true
  }
}

resource "google_dataproc_cluster" "claims" {
  name = "claims"

  cluster_config {
    gce_cluster_config {
      internal_ip_only = true
    }
  }
}
