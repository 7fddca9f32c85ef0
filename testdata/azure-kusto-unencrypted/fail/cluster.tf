resource "azurerm_kusto_cluster" "claims" { # expect: fail
  name                = "clinicclaims"
  resource_group_name = "clinic"
  location            = "eastus2"
}

resource "azurerm_kusto_cluster" "research" {
  name                    = "clinicresearch"
  resource_group_name     = "clinic"
  location                = "eastus2"
  disk_encryption_enabled = false # expect: fail
}
