variable "replicate" {}

resource "azurerm_storage_account" "records" {
  name                             = "clinicrecords"
  resource_group_name              = "clinic"
  location                         = "eastus2"
  account_tier                     = "Standard"
  account_replication_type         = "GRS"
  cross_tenant_replication_enabled = var.replicate # expect: open
}
