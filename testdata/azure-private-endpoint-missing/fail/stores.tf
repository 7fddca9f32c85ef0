resource "azurerm_storage_account" "records" { # expect: fail
  name                     = "clinicrecords"
  resource_group_name      = "clinic"
  location                 = "eastus2"
  account_tier             = "Standard"
  account_replication_type = "GRS"
}

resource "azurerm_key_vault" "clinic" { # expect: fail
  name                = "clinic-clinic"
  resource_group_name = "clinic"
  location            = "eastus2"
  tenant_id           = data.azurerm_client_config.current.tenant_id
  sku_name            = "standard"
}

resource "azurerm_cosmosdb_account" "intake" { # expect: fail
  name                = "clinic-intake"
  resource_group_name = "clinic"
  location            = "eastus2"
  offer_type          = "Standard"
}
