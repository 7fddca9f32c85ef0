resource "azurerm_kubernetes_cluster" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  default_node_pool {
    name    = "system"
    vm_size = "Standard_D4s_v5"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "workers" {
  name                   = "workers"
  kubernetes_cluster_id  = azurerm_kubernetes_cluster.clinic.id
  vm_size                = "Standard_D4s_v5"
  node_count             = 2
  node_public_ip_enabled = false
}
