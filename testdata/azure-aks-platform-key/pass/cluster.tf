resource "azurerm_disk_encryption_set" "clinic" {
  name = "clinic"
}

resource "azurerm_kubernetes_cluster" "clinic" {
  name                   = "clinic"
  resource_group_name    = "clinic"
  location               = "eastus2"
  dns_prefix             = "clinic"
  disk_encryption_set_id = azurerm_disk_encryption_set.clinic.id
}
