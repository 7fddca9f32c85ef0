variable "host" {}

resource "azurerm_kubernetes_cluster_node_pool" "workers" {
  name                    = "workers"
  kubernetes_cluster_id   = azurerm_kubernetes_cluster.clinic.id
  vm_size                 = "Standard_D4s_v5"
  node_count              = 2
  host_encryption_enabled = var.host # expect: open
}
