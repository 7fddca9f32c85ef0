variable "encrypt" {}

resource "azurerm_kusto_cluster" "claims" {
  name                    = "clinicclaims"
  resource_group_name     = "clinic"
  location                = "eastus2"
  disk_encryption_enabled = var.encrypt # expect: open
}
