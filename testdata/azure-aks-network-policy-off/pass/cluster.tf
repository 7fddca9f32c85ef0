resource "azurerm_kubernetes_cluster" "clinic" {
  name                = "clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  dns_prefix          = "clinic"

  network_profile {
    network_plugin     = "azure"
    network_policy     = "cilium"
    network_data_plane = "cilium"
  }
}
