resource "azurerm_kubernetes_cluster" "clinic" {
  name                      = "clinic"
  resource_group_name       = "clinic"
  location                  = "eastus2"
  dns_prefix                = "clinic"
  automatic_upgrade_channel = "patch"
}

resource "azurerm_kubernetes_cluster" "imaging" {
  name                      = "imaging"
  resource_group_name       = "clinic"
  location                  = "eastus2"
  dns_prefix                = "clinic"
  automatic_channel_upgrade = "stable"
}
