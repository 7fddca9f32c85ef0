resource "kubernetes_namespace_v1" "clinic" {
  metadata {
    name = "clinic"
    labels = {
      "pod-security.kubernetes.io/enforce" = "privileged" # expect: fail
    }
  }
}
