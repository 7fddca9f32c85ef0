resource "azurerm_virtual_machine" "records" {
  name                  = "records"
  resource_group_name   = "clinic"
  location              = "eastus2"
  vm_size               = "Standard_D2s_v5"
  network_interface_ids = [azurerm_network_interface.records.id]

  os_profile {
    computer_name  = "records"
    admin_username = "clinicadmin"
    custom_data    = "#!/bin/sh\nDB_PASSWORD=$(az keyvault secret show --name db --query value)\n/opt/run"
  }
}

resource "azurerm_virtual_machine_extension" "setup" {
  name               = "setup"
  virtual_machine_id = azurerm_linux_virtual_machine.ehr.id
  publisher          = "Microsoft.Azure.Extensions"
  type               = "CustomScript"

  settings = jsonencode({
    commandToExecute = "./setup.sh --region eastus2"
  })
}
